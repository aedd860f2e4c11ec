'use strict';
{
  const slider = document.getElementById('frame');
  const moment = document.getElementById('moment');
  const play = document.getElementById('play');
  const moments = [...document.querySelectorAll('#moments li')].map((li) => li.textContent);
  const figures = [...document.querySelectorAll('svg:has(> .frame)')].map((svg) => [...svg.querySelectorAll(':scope > .frame')]);
  let timer = 0;

  const show = () => {
    const k = Number(slider.value);
    for (const frames of figures) frames.forEach((f, n) => f.classList.toggle('now', n === k));
    moment.textContent = moments[k];
    slider.setAttribute('aria-valuetext', moments[k]);
  };
  const stop = () => {
    clearInterval(timer);
    timer = 0;
    play.textContent = 'Play';
  };
  const step = (by) => {
    slider.value = Number(slider.value) + by;
    show();
    if (slider.value === slider.max) stop();
  };
  const toggle = () => {
    if (timer) return stop();
    if (slider.value === slider.max) slider.value = 0;
    timer = setInterval(() => step(1), 200);
    play.textContent = 'Pause';
  };

  play.addEventListener('click', toggle);
  slider.addEventListener('input', () => { stop(); show(); });
  document.addEventListener('keydown', (e) => {
    if (e.altKey || e.ctrlKey || e.metaKey || e.target === slider) return;
    const by = { ArrowLeft: -1, ArrowRight: 1 }[e.key];
    if (by) { stop(); step(by); e.preventDefault(); }
    else if (e.key === ' ' && e.target !== play) { toggle(); e.preventDefault(); }
  });
  show();
}
