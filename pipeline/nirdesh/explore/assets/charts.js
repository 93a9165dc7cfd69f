// Charts over what the page already has as tables; without scripts nothing is lost.
import {select, scaleBand, scaleLinear, scaleSqrt, axisBottom, axisLeft, forceSimulation, forceLink, forceManyBody, forceCollide, forceX, forceY, zoom, drag} from './vendor/d3.min.js';

const DATA = JSON.parse(document.getElementById('data').textContent);
const KINDS = ['order', 'obligation', 'request', 'prohibition', 'announcement'];
const FILLS = {order: '#0072b2', obligation: '#009e73', request: '#cc79a7', prohibition: '#d55e00', announcement: '#8c8c8c'};
const PATTERNS = {order: '', obligation: 'M0,6L6,0', request: 'M0,0L6,6', prohibition: 'M0,3L6,3', announcement: 'M3,0L3,6'};

function patterns(svg) {
  const defs = svg.append('defs');
  for (const kind of KINDS) {
    const pattern = defs.append('pattern').attr('id', `p-${kind}`).attr('width', 6).attr('height', 6).attr('patternUnits', 'userSpaceOnUse');
    pattern.append('rect').attr('width', 6).attr('height', 6).attr('fill', FILLS[kind]);
    if (PATTERNS[kind]) pattern.append('path').attr('d', PATTERNS[kind]).attr('stroke', '#fff').attr('stroke-width', 1);
  }
}

function months(place) {
  const rows = DATA.months;
  const byMonth = new Map();
  for (const row of rows) {
    if (!byMonth.has(row.month)) byMonth.set(row.month, {});
    byMonth.get(row.month)[row.modality] = row.count;
  }
  let names = [...byMonth.keys()].sort();
  if (names.length > 60) names = names.slice(-60);
  const width = 1100, height = 260, left = 50, bottom = 60;
  const svg = select(place).append('svg').attr('viewBox', `0 0 ${width} ${height}`);
  patterns(svg);
  const total = name => KINDS.reduce((sum, kind) => sum + (byMonth.get(name)[kind] || 0), 0);
  const x = scaleBand().domain(names).range([left, width - 10]).padding(0.15);
  const y = scaleLinear().domain([0, Math.max(1, ...names.map(total))]).nice().range([height - bottom, 30]);
  const every = Math.ceil(names.length / 24);
  svg.append('g').attr('transform', `translate(0,${height - bottom})`).call(axisBottom(x).tickValues(names.filter((_, i) => i % every === 0)))
    .selectAll('text').attr('transform', 'rotate(-45)').style('text-anchor', 'end');
  svg.append('g').attr('transform', `translate(${left},0)`).call(axisLeft(y).ticks(5));
  for (const name of names) {
    let base = 0;
    const link = svg.append('a').attr('href', `/search?since=${name}-01&until=${name}-31`).attr('aria-label', `${name}: ${total(name)} directives`);
    for (const kind of KINDS) {
      const count = byMonth.get(name)[kind] || 0;
      if (!count) continue;
      link.append('rect').attr('x', x(name)).attr('width', x.bandwidth()).attr('y', y(base + count)).attr('height', y(base) - y(base + count)).attr('fill', `url(#p-${kind})`)
        .append('title').text(`${name}, ${kind}: ${count}`);
      base += count;
    }
  }
  KINDS.forEach((kind, i) => {
    svg.append('rect').attr('x', left + i * 130).attr('y', 6).attr('width', 14).attr('height', 14).attr('fill', `url(#p-${kind})`);
    svg.append('text').attr('x', left + 20 + i * 130).attr('y', 17).text(kind);
  });
}

function network(place) {
  const nodes = new Map();
  const node = (id, name) => { if (!nodes.has(id)) nodes.set(id, {id, name, given: 0, received: 0}); return nodes.get(id); };
  const links = DATA.pairs.map(row => {
    node(row.issuer, row.issuer_name).given += row.directives;
    node(row.addressee, row.addressee_name).received += row.directives;
    return {source: row.issuer, target: row.addressee, value: row.directives};
  });
  const all = [...nodes.values()];
  const width = 1100, height = 580;
  const svg = select(place).append('svg').attr('viewBox', `0 0 ${width} ${height}`);
  svg.append('defs').append('marker').attr('id', 'arrow').attr('viewBox', '0 0 8 8').attr('refX', 14).attr('refY', 4).attr('markerWidth', 6).attr('markerHeight', 6).attr('orient', 'auto')
    .append('path').attr('d', 'M0,0L8,4L0,8Z').attr('fill', '#555');
  const stage = svg.append('g');
  svg.call(zoom().scaleExtent([0.3, 5]).on('zoom', event => stage.attr('transform', event.transform)));
  const size = scaleSqrt().domain([1, Math.max(1, ...all.map(one => one.given + one.received))]).range([4, 16]);
  const line = stage.selectAll('line').data(links).join('line').attr('stroke', '#777').attr('stroke-width', link => Math.min(6, Math.sqrt(link.value))).attr('marker-end', 'url(#arrow)');
  const dot = stage.selectAll('a').data(all).join('a').attr('href', one => `/entity/${one.id}`).attr('tabindex', -1);
  dot.append('circle').attr('r', one => size(one.given + one.received)).attr('fill', one => one.given ? '#0072b2' : '#fff').attr('stroke', '#003a5c').attr('stroke-width', 1.5)
    .append('title').text(one => `${one.name}: gives ${one.given}, receives ${one.received}`);
  dot.append('text').attr('x', one => size(one.given + one.received) + 3).attr('dy', '0.35em').text(one => one.name.length > 28 ? `${one.name.slice(0, 27)}…` : one.name);
  const simulation = forceSimulation(all).force('link', forceLink(links).id(one => one.id).distance(55)).force('charge', forceManyBody().strength(-70))
    .force('x', forceX(width / 2).strength(0.06)).force('y', forceY(height / 2).strength(0.12)).force('collide', forceCollide(20)).stop();
  for (let i = 0; i < 250; i++) simulation.tick();
  const draw = () => {
    line.attr('x1', link => link.source.x).attr('y1', link => link.source.y).attr('x2', link => link.target.x).attr('y2', link => link.target.y);
    dot.attr('transform', one => `translate(${one.x},${one.y})`);
  };
  draw();
  const box = stage.node().getBBox();
  svg.attr('viewBox', `${box.x - 10} ${box.y - 10} ${box.width + 20} ${box.height + 20}`);
  dot.call(drag().on('drag', (event, one) => { one.x = event.x; one.y = event.y; draw(); }));
}

const CHARTS = {months, network};
for (const place of document.querySelectorAll('[data-chart]')) CHARTS[place.dataset.chart](place);
