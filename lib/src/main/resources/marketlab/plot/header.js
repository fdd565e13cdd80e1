// Lays a figure out for the width that it has, so that nothing in it overlaps.
const narrowest = 760;
const firstLine = 34;
const family = 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif';
const pencil = document.createElement('canvas').getContext('2d');

function arranged(figure, width, height) {
  return width < narrowest
    ? narrowed(figure, merged(figure.layout, figure.narrow ?? {}), width, height)
    : { ...figure.layout, title: wrappedTitle(figure.layout.title, width - 140, 20) };
}

// On a narrow page each has rows of its own, from above: title, origin, range buttons, legend, plot.
function narrowed({ data }, layout, width, height) {
  const title = wrappedTitle(layout.title, width - 70, 16);
  const titleBottom = firstLine + 20 * (lines(title.text) - 1);
  const origin = Math.max(17 * lines(title.subtitle.text), layout.xaxis?.rangeselector ? 50 : 0);
  const buttons = layout.xaxis?.rangeselector ? 30 : 0;
  const named = data.filter(trace => trace.showlegend !== false && trace.name);
  const names = layout.showlegend ?? named.length > 1 ? named : [];
  const legend = 20 * legendRows(names.map(trace => trace.name), width - 80);
  const top = titleBottom + 16 + origin + buttons + legend + 10;
  const plot = (layout.height ?? height) - top - 40;
  const { xaxis } = layout;
  return {
    ...layout,
    title: { ...title, x: 12 / width, xref: 'container', font: { size: 16 }, pad: { b: -firstLine } },
    margin: { l: 12, r: 12, ...layout.margin, t: top },
    legend: { orientation: 'h', x: 0, xanchor: 'left', y: 1 + 4 / plot, yanchor: 'bottom', font: { size: 12 } },
    modebar: { remove: ['zoom', 'pan', 'zoomIn', 'zoomOut', 'orbitRotation', 'tableRotation', 'resetCameraLastSave'] },
    ...(buttons && { xaxis: { nticks: 4, ...xaxis, rangeselector: { ...xaxis.rangeselector, y: 1 + (legend + 8) / plot } } }),
  };
}

function wrappedTitle(title, width, size) {
  return { ...title, text: wrapped(title.text, width, size),
    subtitle: { ...title.subtitle, text: wrapped(title.subtitle.text, width, 13) } };
}

// In lines of this width, broken between the parts of a title or, where one is longer than a line, between its words.
function wrapped(text, width, size) {
  const rows = [''];
  for (const part of text.split(/(?<=,) | (?=· )/)) {
    for (const words of widthOf(part, size) > width ? part.split(' ') : [part]) {
      const row = (rows.at(-1) + ' ' + words).trim();
      if (widthOf(row, size) <= width) {
        rows[rows.length - 1] = row;
      } else {
        rows.push(words);
      }
    }
  }
  return rows.map(row => row.replace(/^· /, '')).filter(row => row).join('<br>');
}

function legendRows(names, width) {
  const widest = Math.max(0, ...names.map(name => widthOf(name, 12) + 50));
  return widest && Math.ceil(names.length / Math.max(1, Math.floor(width / widest)));
}

function widthOf(html, size) {
  pencil.font = `${size}px ${family}`;
  return Math.max(...html.split('<br>').map(row => pencil.measureText(plain(row)).width));
}

function lines(html) {
  return html ? html.split('<br>').length : 0;
}

function merged(base, more) {
  const result = { ...base };
  for (const [name, value] of Object.entries(more)) {
    const inner = value?.constructor === Object && base[name]?.constructor === Object;
    result[name] = inner ? merged(base[name], value) : value;
  }
  return result;
}
