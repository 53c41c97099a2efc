(() => {
  'use strict';
  const source = document.getElementById('series');
  if (!source) return;

  const data = JSON.parse(source.textContent);
  const seconds = days => days.map(day => day * 86400);
  const x = seconds(data.day);
  const banded = document.getElementById('band');
  const band = banded ? JSON.parse(banded.textContent) : null;
  const share = column => column.map(value => value === null ? null : value / 100);
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();

  const signed = text => text.replace('-', '\u2212');
  const percent = decimals => value => signed(value.toFixed(decimals)) + '\u202f%';
  const plain = decimals => value => signed(value.toFixed(decimals));
  const dollars = value => '$' + Math.round(value).toLocaleString('en-US');
  const short = value =>
    '$' + (value < 1e3 ? value : value < 1e6 ? value / 1e3 + 'k' : value / 1e6 + 'M');
  const shown = format => (u, value) => value === null || value === undefined ? '\u2013' : format(value);
  const date = (u, value) => value === null ? '\u2013' : new Date(value * 1000).toISOString().slice(0, 10);

  const line = (label, name, format, more) =>
    ({ label, stroke: colour(name), width: 1.5, value: shown(format), points: { show: false }, ...more });

  // Each chart: its columns, how its axis reads, and how high it stands.
  const charts = {
    equity: () => ({
      height: 320,
      log: document.getElementById('logarithmic').getAttribute('aria-pressed') === 'true',
      axis: short,
      columns: data.benchmark ? [data.equity, data.benchmark] : [data.equity],
      series: data.benchmark
        ? [line('Strategy', 'line', dollars, { width: 2 }), line(source.dataset.benchmark, 'other', dollars, { width: 1.25 })]
        : [line('Strategy', 'line', dollars)],
    }),
    drawdown: () => ({
      height: 170,
      axis: percent(0),
      columns: [share(data.drawdown).map(value => -value)],
      series: [line('Drawdown', 'loss', percent(2), { fill: colour('loss') + '33', width: 1 })],
      range: (u, low) => [Math.min(low, -1), 0],
    }),
    sharpe: () => ({
      height: 200,
      axis: plain(1),
      columns: [share(data.sharpe)],
      series: [line('Sharpe', 'line', plain(2))],
      zero: true,
    }),
    exposure: () => ({
      height: 200,
      axis: percent(0),
      columns: [share(data.exposure)],
      series: [line('Exposure', 'line', percent(1), { fill: colour('line') + '22' })],
      range: (u, low, high) => [0, Math.max(high, 1)],
    }),
    ...(band && {
      band: () => ({
        height: 260,
        x: seconds(band.day),
        axis: short,
        columns: [band.equity, band.high, band.low],
        series: [
          line('Strategy', 'line', dollars, { width: 2 }),
          line('95 % lie below', 'other', dollars, { width: 1 }),
          line('5 % lie below', 'other', dollars, { width: 1 }),
        ],
        bands: [{ series: [2, 3], fill: colour('other') + '33' }],
      }),
    }),
  };

  // A faint line where a window begins, and one at zero where that matters.
  const marks = zero => u => {
    const { ctx, bbox } = u;
    ctx.save();
    ctx.strokeStyle = colour('other');
    ctx.setLineDash([]);
    ctx.lineWidth = devicePixelRatio;
    ctx.globalAlpha = 0.6;
    ctx.beginPath();
    data.window.slice(1).forEach(day => {
      const at = Math.round(u.valToPos(day * 86400, 'x', true));
      if (at >= bbox.left && at <= bbox.left + bbox.width) {
        ctx.moveTo(at, bbox.top);
        ctx.lineTo(at, bbox.top + bbox.height);
      }
    });
    if (zero) {
      const at = Math.round(u.valToPos(0, 'y', true));
      if (at >= bbox.top && at <= bbox.top + bbox.height) {
        ctx.moveTo(bbox.left, at);
        ctx.lineTo(bbox.left + bbox.width, at);
      }
    }
    ctx.stroke();
    ctx.restore();
  };

  // The legend reads the newest session until a pointer asks for another.
  const rest = u => u.setLegend({ idx: u.data[0].length - 1 });

  const drawn = {};
  const draw = name => {
    const place = document.getElementById(name + '-chart');
    const chart = charts[name]();
    if (drawn[name]) drawn[name].destroy();
    const axis = {
      stroke: colour('soft'),
      grid: { stroke: colour('rule'), width: 1 },
      ticks: { show: false },
      font: '12px system-ui, sans-serif',
    };
    drawn[name] = new uPlot({
      width: place.clientWidth,
      height: chart.height,
      tzDate: seconds => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
      cursor: { y: false, ...(chart.x ? {} : { sync: { key: 'time' } }), drag: { x: true, y: false } },
      scales: { y: { distr: chart.log ? 3 : 1, range: chart.range } },
      axes: [
        { ...axis, grid: { show: false }, size: 32, space: 48 },
        { ...axis, size: 54, values: (u, ticks) => ticks.map(tick => tick === null ? '' : chart.axis(tick)) },
      ],
      series: [{ label: 'Session', value: date }, ...chart.series],
      bands: chart.bands,
      hooks: { draw: [marks(chart.zero)], ready: [rest], setCursor: [u => { if (u.cursor.idx === null) rest(u); }] },
    }, [chart.x || x, ...chart.columns], place);
  };
  const drawAll = () => Object.keys(charts).forEach(draw);

  const button = document.getElementById('logarithmic');
  button.hidden = false;
  button.addEventListener('click', () => {
    button.setAttribute('aria-pressed', button.getAttribute('aria-pressed') !== 'true');
    draw('equity');
  });
  new ResizeObserver(() => Object.entries(drawn).forEach(([name, u]) => {
    const width = document.getElementById(name + '-chart').clientWidth;
    if (width !== u.width) u.setSize({ width, height: u.height });
  })).observe(document.querySelector('main'));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);
  addEventListener('beforeprint', () => { document.documentElement.dataset.print = ''; drawAll(); });
  addEventListener('afterprint', () => { delete document.documentElement.dataset.print; drawAll(); });
  drawAll();
})();
