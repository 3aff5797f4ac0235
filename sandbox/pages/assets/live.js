// Polls the part marked data-live, without disturbing input.
const region = document.querySelector('[data-live]');

async function refresh() {
  if (document.hidden || region.contains(document.activeElement)) return;
  const response = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (!response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const fresh = page.querySelector('[data-live]');
  if (fresh && fresh.innerHTML !== region.innerHTML) region.innerHTML = fresh.innerHTML;
}

const banner = document.querySelector('.banner');
setInterval(
  () =>
    refresh().then(
      () => banner.removeAttribute('data-lost'),
      () => banner.setAttribute('data-lost', ''),
    ),
  1000,
);
