// Following evidence: what belongs together lights up, j and k walk through the directives.
const cards = [...document.querySelectorAll('.card[data-ref]')];
const pieces = [...document.querySelectorAll('[data-refs]')];

function light(ref) {
  for (const piece of pieces) piece.classList.toggle('on', piece.dataset.refs.split(' ').includes(ref));
  for (const card of cards) card.classList.toggle('on', card.dataset.ref === ref);
}

function follow() {
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id && document.getElementById(id);
  if (!target) return;
  light(id.replace(/^e-/, ''));
  target.focus({preventScroll: true});
  target.scrollIntoView({block: 'center'});
}

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select, textarea')) return;
  const at = cards.findIndex(card => card.classList.contains('on'));
  if (event.key === 'j' && cards.length) location.hash = cards[Math.min(at + 1, cards.length - 1)].id;
  else if (event.key === 'k' && cards.length) location.hash = cards[Math.max(at - 1, 0)].id;
  else if (event.key === 'e' && at >= 0) location.hash = `e-${cards[at].dataset.ref}`;
  else return;
  follow(); // the next key may come before hashchange does
  event.preventDefault();
});
addEventListener('hashchange', follow);
for (const field of document.querySelectorAll('.who')) {
  field.value = localStorage.getItem('who') || '';
  field.addEventListener('change', () => localStorage.setItem('who', field.value));
}
follow();
