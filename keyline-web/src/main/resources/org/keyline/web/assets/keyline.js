// Live pages: the server says what changed, htmx fetches that part again.
(() => {
  const live = document.getElementById('live');
  if (live) {
    const events = new EventSource('/events');
    const show = (on) => {
      live.textContent = on ? live.dataset.on : live.dataset.off;
      live.classList.toggle('lost', !on);
    };
    for (const topic of ['phones', 'calls', 'waiting']) {
      events.addEventListener(topic, () => htmx.trigger(document.body, topic));
    }
    events.onopen = () => show(true);
    events.onerror = () => show(false);
    addEventListener('beforeunload', () => events.close());
  }
})();
