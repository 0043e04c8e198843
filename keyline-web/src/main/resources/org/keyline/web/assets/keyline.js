// Live pages: the server says what changed, htmx fetches that part again.
(() => {
  const live = document.getElementById('live');
  if (live) {
    const events = new EventSource('/events');
    const show = (on) => {
      live.textContent = on ? live.dataset.on : live.dataset.off;
      live.classList.toggle('lost', !on);
    };
    const topics = ['phones', 'calls', 'waiting'];
    const fetchAgain = (topic) => htmx.trigger(document.body, topic);
    for (const topic of topics) {
      events.addEventListener(topic, () => fetchAgain(topic));
    }
    events.onopen = () => {
      // Whatever changed while nobody listened was not told.
      if (live.classList.contains('lost')) topics.forEach(fetchAgain);
      show(true);
    };
    events.onerror = () => show(false);
    addEventListener('beforeunload', () => events.close());
  }
})();
