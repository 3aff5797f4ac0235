// Animates the responder along the route and polls the status.
const route = document.querySelector('.route');
const responder = document.querySelector('.responder');
const status = document.querySelector('[role="status"]');

function place(progress) {
  const point = route.getPointAtLength(route.getTotalLength() * progress);
  responder.style.transform = `translate(${point.x}px, ${point.y}px)`;
}

async function refresh() {
  const response = await fetch(`/track/state${location.search}`);
  if (!response.ok) return;
  const state = await response.json();
  if (status.textContent !== state.text) status.textContent = state.text;
  responder.setAttribute('visibility', state.progress === null ? 'hidden' : 'visible');
  if (state.progress !== null) place(state.progress);
}

const banner = document.querySelector('.banner');
const keepCurrent = () =>
  refresh().then(
    () => banner.removeAttribute('data-lost'),
    () => banner.setAttribute('data-lost', ''),
  );
keepCurrent();
setInterval(keepCurrent, 1000);
