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
  // A search box hides the rows that do not hold its words; it keeps doing so when the table is fetched again.
  const filter = (box) => {
    const words = box.value.toLowerCase();
    for (const row of document.querySelectorAll(`#${box.dataset.filters} tbody tr`)) {
      row.hidden = !row.textContent.toLowerCase().includes(words);
    }
  };
  for (const box of document.querySelectorAll('[data-filters]')) {
    box.addEventListener('input', () => filter(box));
    document.body.addEventListener('htmx:afterSwap', () => filter(box));
  }
})();
