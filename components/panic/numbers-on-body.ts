/** The numbers to call, which the root layout leaves on `<body>`: an error boundary gets no props from the server. */
export function numbersOnBody(): string[] {
  if (typeof document === 'undefined') return [];
  return (document.body?.dataset.emergencyNumbers ?? '').split(',').filter(Boolean);
}
