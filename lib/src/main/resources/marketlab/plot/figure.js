'use strict';

// Draws one figure into an element, on a page of its own or in a notebook's cell. Needs plotly.js.
function drawFigure(div, figure, template) {
  return figure.script ? drawJsplot(div, figure.script, template) : drawPlotly(div, figure, template);
}

async function unpack(base64) {
  const packed = Uint8Array.from(atob(base64), c => c.charCodeAt(0));
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

function drawPlotly(div, { data, layout, config }, template) {
  return Plotly.newPlot(div, data, { ...spaced(layout, div.offsetWidth), template }, config)
    .then(() => layout.xaxis?.rangeselector && div.on('plotly_relayout', change => fit(div, change)));
}

// On a narrow page the axes that share its width have fewer ticks, so that their numbers keep apart.
function spaced(layout, width) {
  const shared = /^xaxis/;
  const narrow = Object.entries(layout).filter(([name, axis]) => shared.test(name) && axis.nticks && width < 900);
  return { ...layout, ...Object.fromEntries(narrow.map(([name, axis]) => [name, { ...axis, nticks: width < 600 ? 2 : 3 }])) };
}

// A script of jsplot, which writes for plotly.js 1: titles are strings, HTML-escaped, with the font beside them.
function drawJsplot(div, script, template) {
  let drawn;
  const page = { getElementById: () => div };
  const plotly = { newPlot: (target, data, layout, config) => {
    data.concat(layout).forEach(modernise);
    drawn = Plotly.newPlot(target, data, { ...layout, template }, { ...config, displaylogo: false });
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
