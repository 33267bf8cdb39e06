import fc from 'fast-check';
import { type Box, type Line, layoutGraph } from '../../../lib/picture/graph/graph-layout';

const graph = fc
  .array(
    fc.record({
      column: fc.integer({ min: 0, max: 4 }),
      width: fc.integer({ min: 40, max: 200 }),
      height: fc.integer({ min: 30, max: 150 }),
    }),
    { minLength: 1, maxLength: 10 },
  )
  .chain((sizes) => {
    const boxes: Box[] = sizes.map((size, index) => ({ id: `n${index}`, ...size }));
    const pairs = boxes.flatMap((from) =>
      boxes
        .filter(({ column }) => column > from.column)
        .map((to): Line => ({ from: from.id, to: to.id, labelWidth: 30 })),
    );
    return fc.record({ boxes: fc.constant(boxes), lines: fc.subarray(pairs).map((some) => some.slice(0, 14)) });
  });

test('boxes overlap nowhere and lie within the picture', () => {
  fc.assert(
    fc.property(graph, ({ boxes, lines }) => {
      const layout = layoutGraph(boxes, lines);
      const placed = boxes.map((box) => ({ ...box, ...(layout.boxes.get(box.id) ?? { x: -1, y: -1 }) }));
      for (const [index, one] of placed.entries()) {
        expect(one.x).toBeGreaterThanOrEqual(0);
        expect(one.y).toBeGreaterThanOrEqual(-1e-6);
        expect(one.x + one.width).toBeLessThanOrEqual(layout.width + 1e-6);
        expect(one.y + one.height).toBeLessThanOrEqual(layout.height + 1e-6);
        for (const other of placed.slice(index + 1)) {
          const apart =
            one.x + one.width <= other.x ||
            other.x + other.width <= one.x ||
            one.y + one.height <= other.y + 1e-6 ||
            other.y + other.height <= one.y + 1e-6;
          expect(apart).toBe(true);
        }
      }
    }),
  );
});

test('lines lead from the right side of a box to the left side of another, never back', () => {
  fc.assert(
    fc.property(graph, ({ boxes, lines }) => {
      const layout = layoutGraph(boxes, lines);
      lines.forEach(({ from, to }, index) => {
        const points = layout.lines[index] ?? [];
        const [source, target] = [from, to].map((id) => ({
          ...boxes.find((box) => box.id === id),
          ...layout.boxes.get(id),
        }));
        expect(points[0]?.x).toBe((source?.x ?? 0) + (source?.width ?? 0));
        expect(points.at(-1)?.x).toBe(target?.x);
        expect(points.at(-1)?.y).toBeGreaterThanOrEqual((target?.y ?? 0) - 1e-6);
        expect(points.at(-1)?.y).toBeLessThanOrEqual((target?.y ?? 0) + (target?.height ?? 0) + 1e-6);
        for (const [step, point] of points.slice(1).entries())
          expect(point.x).toBeGreaterThanOrEqual(points[step]?.x ?? 0);
      });
    }),
  );
});

test('a line that passes a column passes between its boxes', () => {
  const box = (id: string, column: number): Box => ({ id, column, width: 100, height: 40 });
  const line = (from: string, to: string): Line => ({ from, to, labelWidth: 0 });
  const layout = layoutGraph([box('a', 0), box('b', 1), box('c', 2)], [line('a', 'b'), line('b', 'c'), line('a', 'c')]);
  const top = layout.boxes.get('b')?.y ?? 0;
  const [, bend] = layout.lines[2] ?? [];
  expect(bend && (bend.y < top || bend.y > top + 40)).toBe(true);
});

test('the same input gives the same picture', () => {
  fc.assert(
    fc.property(graph, ({ boxes, lines }) => expect(layoutGraph(boxes, lines)).toEqual(layoutGraph(boxes, lines))),
  );
});
