// Runs before anything else on a test's page: what the board said, and what went wrong.
window.told = [];
window.complaints = [];
for (const type of ['board-load', 'board-error', 'board-before-change', 'board-change', 'board-sync']) {
  document.addEventListener(type, (event) => {
    let detail = null;
    try {
      detail = JSON.parse(JSON.stringify(event.detail ?? null));
    } catch (error) {
      detail = String(error);
    }
    window.told.push({ type, id: event.target.id, at: Date.now(), composed: event.composed, detail });
  });
}
document.addEventListener('securitypolicyviolation', (event) => {
  window.complaints.push(`policy: ${event.effectiveDirective} refused ${event.blockedURI} ${event.sample}`);
});
window.addEventListener('error', (event) => window.complaints.push(`error: ${event.message}`));
window.addEventListener('unhandledrejection', (event) => window.complaints.push(`rejected: ${event.reason}`));
