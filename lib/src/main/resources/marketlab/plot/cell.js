// Draws the figures of a notebook's cell. The first such cell of a notebook brings plotly.js, `packed`, for all of them, in
// whatever order they appear; where require.js is, plotly.js must not become a module of it.
const patience = 10_000;

async function bring() {
  const script = document.createElement('script');
  script.textContent = `(function (define, module, exports) {${await unpack(packed)}\n}).call(window);`;
  document.head.append(script);
}

async function plotlyIsThere() {
  if (packed && !window.Plotly) {
    await (window.marketlabPlotly ??= bring());
  }
  for (const start = Date.now(); !window.Plotly; ) {
    if (Date.now() - start > patience) {
      place.textContent = 'plotly.js is missing: run the cell of the first figure again, or restart the kernel and run all.';
    }
    await new Promise(later => setTimeout(later, 100));
  }
}

function isDark() {
  const { body } = document;
  return body.dataset.jpThemeLight === 'false' || body.matches('.vscode-dark, .vscode-high-contrast');
}

function draw(figure) {
  const div = document.createElement('div');
  div.style.height = (figure.layout?.height ?? (figure.layout?.yaxis4 ? 640 : 460)) + 'px';
  place.append(div);
  return drawFigure(div, figure, themes[isDark() ? 'dark' : 'light']);
}

plotlyIsThere().then(() => {
  place.replaceChildren();
  return Promise.all(figures.map(draw));
}).catch(error => {
  place.textContent = 'The figure cannot be drawn here: ' + error;
});
