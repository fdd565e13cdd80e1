// Draws the page's figures; `plotted` is a promise of them all.
'use strict';

const { figures, themes } = JSON.parse(document.getElementById('payload').textContent);

async function unpackPlotly() {
  const packed = Uint8Array.from(atob(document.getElementById('plotly').textContent), c => c.charCodeAt(0));
  const script = document.createElement('script');
  script.textContent = await new Response(
    new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
  document.head.append(script);
}

function template() {
  return themes[document.documentElement.dataset.theme];
}

function draw({ data, layout, config }) {
  const div = document.createElement('div');
  div.className = 'figure';
  div.style.height = layout.height && layout.height + 'px';
  document.body.append(div);
  return Plotly.newPlot(div, data, { ...layout, template: template() }, config)
    .then(() => layout.xaxis?.rangeselector && div.on('plotly_relayout', change => fit(div, change)));
}

// After a zoom in time alone, the other axes reach from the lowest to the highest that is seen.
function fit(div, change) {
  const keys = Object.keys(change);
  if (!keys.some(key => key.startsWith('xaxis.')) || keys.some(key => key.startsWith('yaxis'))) {
    return;
  }
  const { xaxis } = div._fullLayout;
  const [from, to] = xaxis.range.map(xaxis.r2c);
  const seen = {};
  for (const { x, y, low, high, yaxis } of div._fullData) {
    const ends = seen[yaxis] ??= [Infinity, -Infinity];
    x.forEach((time, i) => [y ?? low, y ?? high].forEach(values => {
      if (time >= from && time <= to && Number.isFinite(values[i])) {
        ends[0] = Math.min(ends[0], values[i]);
        ends[1] = Math.max(ends[1], values[i]);
      }
    }));
  }
  Plotly.relayout(div, Object.fromEntries(Object.entries(seen).map(([id, [low, high]]) => {
    const name = id.replace('y', 'yaxis');
    const zero = div._fullLayout[name].rangemode === 'tozero';
    const bottom = zero ? Math.min(low, 0) : low;
    const top = zero ? Math.max(high, 0) : high;
    const margin = (top - bottom) / 20 || 1;
    return 'autorange' in change || 'xaxis.autorange' in change || low > high
      ? [name + '.autorange', true]
      : [name + '.range', [bottom && bottom - margin, top && top + margin]];
  })));
}

function switchTheme() {
  const names = Object.keys(themes);
  const root = document.documentElement;
  root.dataset.theme = names[(names.indexOf(root.dataset.theme) + 1) % names.length];
  return Promise.all([...document.querySelectorAll('.figure')].map(div => Plotly.relayout(div, { template: template() })));
}

const plotted = unpackPlotly().then(() => Promise.all(figures.map(draw)));
plotted.catch(error => {
  const problem = document.createElement('p');
  problem.id = 'problem';
  problem.textContent = 'The figures cannot be drawn here: ' + error;
  document.body.append(problem);
});
document.getElementById('theme').addEventListener('click', switchTheme);
