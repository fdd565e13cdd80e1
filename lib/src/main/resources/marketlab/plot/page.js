// Draws the page's figures; `plotted` is a promise of them all.
const { figures, themes } = JSON.parse(document.getElementById('payload').textContent);

// A page to be taken a picture of: `png 1200 720`.
const { still } = document.documentElement.dataset;

async function loadPlotly() {
  const inline = document.getElementById('plotly');
  if (inline) {
    window.Plotly = await loadPart(inline.dataset.part, inline.textContent);
  } else if (!window.Plotly) {
    throw new Error('plotly.js was not found where the page has it from');
  }
}

function template() {
  return themes[document.documentElement.dataset.theme];
}

function draw(figure) {
  const div = document.createElement('div');
  div.className = 'figure';
  document.body.append(div);
  div.style.height = figure.layout?.height && figure.layout.height + 'px';
  if (still && figure.layout?.xaxis) {
    figure.layout.xaxis.rangeselector = { visible: false };
  }
  if (figures.length > 1) {
    leaveWheelToPage(div);
  }
  return drawFigure(div, figure, template());
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
