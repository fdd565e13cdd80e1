'use strict';

// Draws one figure into an element, on a page of its own or in a notebook's cell. Needs plotly.js as `Plotly`.
function drawFigure(div, figure, template) {
  return figure.script ? drawJsplot(div, figure.script, template) : drawPlotly(div, figure, template);
}

// The part of plotly.js that is packed, loaded once for all figures on the reader's screen.
function loadPart(name, packed) {
  const loads = window.marketlabLoads ??= {};
  return loads[name] ??= unpack(packed).then(script => {
    run(script);
    return window['marketlabPlotly' + name];
  });
}

async function unpack(base64) {
  const packed = Uint8Array.from(atob(base64), c => c.charCodeAt(0));
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

function run(text) {
  const script = document.createElement('script');
  script.textContent = text;
  document.head.append(script);
}

function drawPlotly(div, figure, template) {
  const overTime = Boolean(figure.layout.xaxis?.rangeselector);
  const data = overTime ? figure.data.map(withoutBox) : figure.data;
  const usual = div.style.height;
  const draw = (how, colours) => {
    const layout = arranged(figure, div.offsetWidth, usual ? parseInt(usual) : div.offsetHeight);
    div.style.height = layout.height ? layout.height + 'px' : usual;
    return how(div, data, { ...layout, template: colours, uirevision: 'kept' }, { ...figure.config, responsive: false });
  };
  return draw(Plotly.newPlot, template).then(() => {
    if (overTime) {
      followTime(div, figure.data);
    }
    let drawn = div.offsetWidth;
    new ResizeObserver(() => {
      if (div.offsetWidth && div.offsetWidth !== drawn) {
        drawn = div.offsetWidth;
        draw(Plotly.react, div.layout.template).then(() => Plotly.Plots.resize(div));
      }
    }).observe(div);
  });
}

// A script of jsplot, which writes for plotly.js 1: titles are strings, HTML-escaped, with the font beside them.
function drawJsplot(div, script, template) {
  let drawn;
  const page = { getElementById: () => div };
  const plotly = { newPlot: (target, data, layout, config) => {
    data.concat(layout).forEach(modernise);
    drawn = Plotly.newPlot(target, data, { ...layout, template }, { ...config, displaylogo: false });
  } };
  run(script);
  window.marketlabJsplot(page, plotly);
  return drawn;
}

function modernise(part) {
  for (const [name, value] of Object.entries(part ?? {})) {
    if (/title$/.test(name) && typeof value === 'string') {
      part[name] = { text: plain(value).replace(/\n/g, '<br>'), font: part.titlefont ?? part.titleFont };
    } else if (typeof value === 'object' && !Array.isArray(value)) {
      modernise(value);
    }
  }
}

function plain(html) {
  return new DOMParser().parseFromString(html, 'text/html').documentElement.textContent;
}

// Where the page itself scrolls, the wheel zooms a figure only with Ctrl held, as on a map within a page.
function leaveWheelToPage(div) {
  div.addEventListener('wheel', event => event.ctrlKey || event.metaKey || event.stopPropagation(), { capture: true });
}
