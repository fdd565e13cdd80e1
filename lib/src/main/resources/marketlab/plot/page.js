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
  document.body.append(div);
  return Plotly.newPlot(div, data, { ...layout, template: template() }, config);
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
