const WIDTH = 720;
const HEIGHT = 400;
const [LEFT, RIGHT, TOP, BOTTOM] = [60, 230, 20, 50];
const COLOURS = ['#0b5fff', '#c2410c', '#15803d', '#7e22ce', '#0e7490', '#a16207'];

/** Wall time over the number of objects as an SVG, both axes logarithmic; the results of `synth.mjs`, by size. */
export function growthPicture(sizes) {
  const names = sizes[10].map(({ name }) => name).filter((name) => !name.includes('nothing changed'));
  const lines = names.map((name) => ({
    name,
    points: Object.entries(sizes).flatMap(([size, rows]) => {
      const row = rows.find((one) => one.name === name);
      return row ? [[Number(size), row.wall]] : [];
    }),
  }));
  const times = lines.flatMap(({ points }) => points.map(([, time]) => time));
  const [firstPower, lastPower] = [
    Math.floor(Math.log10(Math.min(...times))),
    Math.ceil(Math.log10(Math.max(...times))),
  ];
  const x = (size) => LEFT + ((Math.log10(size) - 1) / 4) * (WIDTH - LEFT - RIGHT);
  const y = (time) =>
    HEIGHT - BOTTOM - ((Math.log10(time) - firstPower) / (lastPower - firstPower)) * (HEIGHT - TOP - BOTTOM);
  const columns = [10, 100, 1000, 10000, 100000].map(
    (size) =>
      `<path class="grid" d="M${px(x(size))} ${TOP}V${HEIGHT - BOTTOM}"/><text x="${px(x(size))}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${size.toLocaleString('en')}</text>`,
  );
  const rows = Array.from({ length: lastPower - firstPower + 1 }, (_, index) => 10 ** (firstPower + index)).map(
    (time) =>
      `<path class="grid" d="M${LEFT} ${px(y(time))}H${WIDTH - RIGHT}"/><text x="${LEFT - 6}" y="${px(y(time) + 4)}" text-anchor="end">${Number(time.toPrecision(1))} s</text>`,
  );
  const labels = apart(lines.map(({ points }) => y(points.at(-1)[1])));
  const drawn = lines.map(({ name, points }, index) => {
    const [lastSize, lastTime] = points.at(-1);
    const path = points.map(([size, time]) => `${px(x(size))} ${px(y(time))}`).join('L');
    const colour = COLOURS[index % COLOURS.length];
    const label = `<path d="M${px(x(lastSize) + 6)} ${px(y(lastTime))}L${WIDTH - RIGHT + 10} ${px(labels[index])}" stroke-width="0.5"/>`;
    const dots = points.map(
      ([size, time]) => `<circle cx="${px(x(size))}" cy="${px(y(time))}" r="3" fill="${colour}" stroke="none"/>`,
    );
    return `<g fill="none" stroke="${colour}" stroke-width="2"><path d="M${path}"/>${label}${dots.join('')}</g><text x="${WIDTH - RIGHT + 14}" y="${px(labels[index] + 4)}" fill="${colour}">${name}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">
<title>Wall time of a run over the number of Deployments</title>
<style>.grid{stroke:#8886;stroke-width:.5}text:not([fill]){fill:#777}</style>
${[...columns, ...rows, ...drawn].join('\n')}
<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 10}" text-anchor="middle">Deployments</text>
</svg>
`;
}

const px = (value) => Number(value.toFixed(1));

/** Heights of labels that do not cover each other, as near to their lines as they can be. */
function apart(heights) {
  const order = heights.map((height, index) => ({ height, index })).sort((a, b) => a.height - b.height);
  let lowest = TOP;
  for (const label of order) {
    label.height = Math.max(label.height, lowest);
    lowest = label.height + 16;
  }
  return order.sort((a, b) => a.index - b.index).map(({ height }) => height);
}
