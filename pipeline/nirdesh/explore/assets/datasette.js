// What Datasette's own pages lack for readers with a screen reader or a keyboard.
document.documentElement.lang = 'en';
function name() {
  const labels = {_filter_column: 'Column', _filter_op: 'Comparison', _filter_value: 'Value', sql: 'SQL'};
  for (const field of document.querySelectorAll('select, textarea, input:not([type=hidden]):not([type=submit])')) {
    if (!field.labels?.length && !field.getAttribute('aria-label')) field.setAttribute('aria-label', labels[field.name?.replace(/_\d+$/, '')] || field.name || 'SQL');
  }
  for (const box of document.querySelectorAll('.table-wrapper')) box.tabIndex = 0;
}
addEventListener('DOMContentLoaded', () => { name(); new MutationObserver(name).observe(document.body, {childList: true, subtree: true}); });
