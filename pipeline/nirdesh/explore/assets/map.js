// A map without tiles: nothing is fetched from elsewhere.
const places = JSON.parse(document.getElementById('data').textContent).places.filter(place => place.directives);
const map = L.map('map', {attributionControl: false, minZoom: 3, maxZoom: 10}).setView([23.5, 80], 5);
for (let degree = -180; degree <= 180; degree += 5) L.polyline([[-80, degree], [80, degree]], {color: '#c3ced3', weight: 1, interactive: false}).addTo(map);
for (let degree = -80; degree <= 80; degree += 5) L.polyline([[degree, -180], [degree, 180]], {color: '#c3ced3', weight: 1, interactive: false}).addTo(map);
const most = Math.max(1, ...places.map(place => place.directives));
for (const place of places) {
  const label = document.createElement('a');
  label.href = `/search?${new URLSearchParams({region: place.name})}`;
  label.textContent = `${place.name}: ${place.directives}`;
  L.circleMarker([place.lat, place.lon], {radius: 5 + 20 * Math.sqrt(place.directives / most), color: '#003a5c', fillColor: '#0072b2', fillOpacity: 0.55})
    .addTo(map).bindPopup(label).bindTooltip(`${place.name}: ${place.directives}`, {permanent: places.length <= 25, direction: 'right', offset: [8, 0]});
}
if (places.length) map.fitBounds(places.map(place => [place.lat, place.lon]), {maxZoom: 6, padding: [40, 40]});
