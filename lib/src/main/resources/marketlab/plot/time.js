// A figure over time. The wheel zooms and dragging moves it, in time alone; prices fit themselves. What is under the mouse is
// written in the header, where it hides no candle, and the crosshair's price at the axis.
function followTime(div, traces) {
  const readout = overlay(div, 'readout', { fontSize: '12px', lineHeight: '16px' });
  const level = overlay(div, 'level', { borderTop: '1px dotted' });
  const price = overlay(div, 'price', { fontSize: '12px', lineHeight: '16px', padding: '1px 6px' });

  const { range } = div._fullLayout.xaxis;
  const whole = range.map(div._fullLayout.xaxis.r2c);
  div.on('plotly_relayout', change => fit(div, change, whole));
  div.on('plotly_hover', event => {
    const points = event.points.sort((one, other) => one.curveNumber - other.curveNumber);
    const { xaxis, font, paper_bgcolor: paper } = div._fullLayout;
    const subtitle = div.querySelector('.gtitle-subtitle');
    const [left, top] = [12, 30].map((least, i) => Math.max(least, corner(subtitle ?? div.querySelector('.gtitle'), div)[i]));
    readout.replaceChildren(coloured(day(xaxis.d2c(points[0].fullData.x[points[0].pointNumber])), font.color),
      ...points.map(point => coloured(written(traces[point.curveNumber], point), colour(point.fullData, font.color))));
    show(readout, { left: left + 'px', top: top + 'px', right: '36px', background: paper });
    if (subtitle) {
      subtitle.style.visibility = 'hidden';
    }
  });
  const leave = () => {
    [readout, level, price].forEach(element => { element.style.display = 'none'; });
    div.querySelector('.gtitle-subtitle')?.style.removeProperty('visibility');
  };
  div.on('plotly_unhover', leave);
  div.addEventListener('mouseleave', leave);
  div.addEventListener('mousemove', event => {
    const { xaxis, _size, font, paper_bgcolor: paper } = div._fullLayout;
    const at = event.clientY - div.getBoundingClientRect().top;
    const axis = Object.entries(div._fullLayout).filter(([name]) => /^yaxis\d*$/.test(name)).map(([, each]) => each)
      .find(each => at >= each._offset && at <= each._offset + each._length);
    if (!axis) {
      [level, price].forEach(element => { element.style.display = 'none'; });
      return;
    }
    const right = xaxis._offset + xaxis._length;
    price.textContent = priceAt(axis, axis.p2c(at - axis._offset));
    show(level, { left: xaxis._offset + 'px', width: xaxis._length + 'px', top: at + 'px', color: font.color });
    show(price, { left: right + 1 + 'px', top: at - 9 + 'px', color: paper, background: font.color });
  });
}

function overlay(div, name, style) {
  const element = document.createElement('div');
  element.className = 'marketlab-' + name;
  Object.assign(element.style, { position: 'absolute', pointerEvents: 'none', display: 'none', zIndex: 1, ...style });
  div.append(element);
  return element;
}

function show(element, style) {
  Object.assign(element.style, { display: 'block', ...style });
}

function corner(element, div) {
  const [inner, outer] = [element, div].map(each => each.getBoundingClientRect());
  return [inner.left - outer.left, inner.top - outer.top];
}

function coloured(text, color) {
  const span = document.createElement('span');
  span.textContent = text;
  Object.assign(span.style, { color, marginRight: '12px', display: 'inline-block' });
  return span;
}

function colour({ type, line }, usual) {
  return type === 'scatter' ? line.color : usual;
}

// A trace that still says what is under the mouse, but not in a box over its neighbours.
function withoutBox({ hovertemplate, ...trace }) {
  return { ...trace, hovertemplate: '', hoverinfo: trace.hoverinfo === 'skip' ? 'skip' : 'none' };
}

const ofCandles = 'Open %{open:,.2f} High %{high:,.2f} Low %{low:,.2f} Close %{close:,.2f}<extra></extra>';

function written({ type, name = '', hovertemplate: template = type === 'candlestick' ? ofCandles : '%{y:,.2f}' }, point) {
  const named = /<extra>|fullData/.test(template) ? template : name + ' ' + template;
  return plain(named.replace(/<extra>.*/, '').replace('%{fullData.name}', name))
    .replace(/%\{(\w+):([^}]*)\}/g, (_, key, format) => number(point.fullData[key][point.pointNumber], format));
}

// A number as d3 formats it, of what our figures use: `,.2f`, `.2%` and `.6~g`.
function number(value, format) {
  const [, group, digits, kind] = /^(,?)\.(\d+)~?([fg%])$/.exec(format);
  if (kind === 'g') {
    return Number(value.toPrecision(digits)).toLocaleString('en', { useGrouping: Boolean(group), maximumFractionDigits: 20 });
  }
  const fixed = { minimumFractionDigits: +digits, maximumFractionDigits: +digits, useGrouping: Boolean(group) };
  return kind === '%' ? (100 * value).toLocaleString('en', fixed) + '%' : value.toLocaleString('en', fixed);
}

function priceAt(axis, value) {
  return axis.exponentformat === 'B'
    ? value.toLocaleString('en', { notation: 'compact', maximumFractionDigits: 2 })
    : number(value, /%/.test(axis.tickformat) ? '.2%' : ',.2f');
}

function day(milliseconds) {
  const time = new Date(milliseconds);
  const midnight = milliseconds % 864e5 === 0;
  return time.toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
    + (midnight ? '' : ' ' + time.toISOString().slice(11, milliseconds % 6e4 ? 19 : 16));
}

// After a change in time alone, the other axes reach from the lowest to the highest that is seen.
function fit(div, change, whole) {
  const keys = Object.keys(change);
  if (!keys.some(key => key.startsWith('xaxis.')) || keys.some(key => key.startsWith('yaxis'))) {
    return;
  }
  const { xaxis } = div._fullLayout;
  const [from, to] = within(xaxis.range.map(xaxis.r2c), whole);
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
  const times = { 'xaxis.range': [from, to].map(xaxis.c2r) };
  Plotly.relayout(div, Object.assign('xaxis.autorange' in change ? {} : times, Object.fromEntries(Object.entries(seen).map(([id, [low, high]]) => {
    const name = id.replace('y', 'yaxis');
    const zero = div._fullLayout[name].rangemode === 'tozero';
    const bottom = zero ? Math.min(low, 0) : low;
    const top = zero ? Math.max(high, 0) : high;
    const margin = (top - bottom) / 20 || 1;
    return 'autorange' in change || 'xaxis.autorange' in change || low > high
      ? [name + '.autorange', true]
      : [name + '.range', [bottom && bottom - margin, top && top + margin]];
  }))));
}

// The range, moved to where there are data; all of these if it is wider.
function within([from, to], [first, last]) {
  const width = Math.min(to - from, last - first);
  const start = Math.min(Math.max(from, first), last - width);
  return [start, start + width];
}
