// Draws the page's figures; `plotted` is a promise of them all.
'use strict';

const { figures, themes } = JSON.parse(document.getElementById('payload').textContent);

// A page to be taken a picture of: `png 1200 720`.
const { still } = document.documentElement.dataset;

async function loadPlotly() {
  if (window.Plotly) {
    return;
  }
  const inline = document.getElementById('plotly');
  if (!inline) {
    throw new Error('plotly.js was not found where the page has it from');
  }
  const packed = Uint8Array.from(atob(inline.textContent), c => c.charCodeAt(0));
  const script = document.createElement('script');
  script.textContent = await new Response(
    new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
  document.head.append(script);
}

function template() {
  return themes[document.documentElement.dataset.theme];
}

function draw(figure) {
  const div = document.createElement('div');
  div.className = 'figure';
  document.body.append(div);
  return figure.script ? drawJsplot(div, figure.script) : drawPlotly(div, figure);
}

function drawPlotly(div, { data, layout, config }) {
  div.style.height = layout.height && layout.height + 'px';
  if (still && layout.xaxis) {
    layout.xaxis.rangeselector = { visible: false };
  }
  return Plotly.newPlot(div, data, { ...spaced(layout, div.offsetWidth), template: template() }, config)
    .then(() => layout.xaxis?.rangeselector && div.on('plotly_relayout', change => fit(div, change)));
}

// On a narrow page the axes that share its width have fewer ticks, so that their numbers keep apart.
function spaced(layout, width) {
  const shared = /^xaxis/;
  const narrow = Object.entries(layout).filter(([name, axis]) => shared.test(name) && axis.nticks && width < 900);
  return { ...layout, ...Object.fromEntries(narrow.map(([name, axis]) => [name, { ...axis, nticks: width < 600 ? 2 : 3 }])) };
}

// A script of jsplot, which writes for plotly.js 1: titles are strings, HTML-escaped, with the font beside them.
function drawJsplot(div, script) {
  let drawn;
  const page = { getElementById: () => div };
  const plotly = { newPlot: (target, data, layout, config) => {
    data.concat(layout).forEach(modernise);
    drawn = Plotly.newPlot(target, data, { ...layout, template: template() }, { ...config, displaylogo: false });
  } };
  new Function('document', 'Plotly', script)(page, plotly);
  return drawn;
}

function modernise(part) {
  for (const [name, value] of Object.entries(part ?? {})) {
    if (/title$/.test(name) && typeof value === 'string') {
      const text = new DOMParser().parseFromString(value, 'text/html').documentElement.textContent;
      part[name] = { text: text.replace(/\n/g, '<br>'), font: part.titlefont ?? part.titleFont };
    } else if (typeof value === 'object' && !Array.isArray(value)) {
      modernise(value);
    }
  }
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

const plotted = loadPlotly().then(() => Promise.all(figures.map(draw)));
plotted.catch(error => {
  const problem = document.createElement('p');
  problem.id = 'problem';
  problem.textContent = 'The figures cannot be drawn here: ' + error;
  document.body.append(problem);
});

document.getElementById('theme').addEventListener('click', switchTheme);

// A still page shows its figures as SVG, which print as they are, 3-D too; one for an SVG file is its text, as Base64.
async function freeze(div) {
  const [, width] = still.split(' ').map(Number);
  const url = await Plotly.toImage(div, { format: 'svg', width, height: div.offsetHeight });
  return decodeURIComponent(url.slice(url.indexOf(',') + 1));
}

function base64(text) {
  return btoa(Array.from(new TextEncoder().encode(text), byte => String.fromCharCode(byte)).join(''));
}

if (still) {
  plotted
    .then(() => Promise.all([...document.querySelectorAll('.figure')].map(freeze)))
    .then(figures => {
      if (still.startsWith('svg')) {
        document.body.innerHTML = `<pre id="svg">${base64(figures[0])}</pre>`;
      } else {
        const parser = new DOMParser();
        document.body.replaceChildren(
          ...figures.map(svg => parser.parseFromString(svg, 'image/svg+xml').documentElement));
      }
    });
}
