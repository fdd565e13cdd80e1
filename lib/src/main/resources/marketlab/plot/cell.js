// Draws the figures of a notebook's cell, which brings its own plotly.js: no other cell need be there.
function isDark() {
  const { body } = document;
  return body.dataset.jpThemeLight === 'false' || body.matches('.vscode-dark, .vscode-high-contrast');
}

function draw(figure) {
  const div = document.createElement('div');
  div.style.height = (figure.layout?.height ?? (figure.layout?.yaxis4 ? 640 : 460)) + 'px';
  place.append(div);
  leaveWheelToPage(div);
  return drawFigure(div, figure, themes[isDark() ? 'dark' : 'light']);
}

loadPart(part, packed).then(loaded => {
  Plotly = loaded;
  place.replaceChildren();
  return Promise.all(figures.map(draw));
}).catch(error => {
  place.textContent = 'The figure cannot be drawn here: ' + error;
});
