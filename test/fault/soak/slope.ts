/**
 * What a row of measurements does over time: the slope of the straight line that fits it best, by least squares.
 */

export interface Point {
  /** Minutes. */
  readonly at: number;
  readonly value: number;
}

/** The slope, in units of the value a minute; 0 for fewer than two moments. */
export function slope(points: readonly Point[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [at, value] = [mean(points.map((point) => point.at)), mean(points.map((point) => point.value))];
  const spread = points.reduce((sum, point) => sum + (point.at - at) ** 2, 0);
  const together = points.reduce((sum, point) => sum + (point.at - at) * (point.value - value), 0);
  return spread === 0 || points.length < 2 ? 0 : together / spread;
}
