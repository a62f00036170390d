/**
 * Measures everything once per round, in turn, every other round backwards, so that a disturbance affects all alike.
 * Returns the values of each by round.
 */
export async function interleaved<Name extends string, Value>(
  rounds: number,
  measures: Readonly<Record<Name, () => Promise<Value>>>,
): Promise<Record<Name, Value[]>> {
  const names = Object.keys(measures) as Name[];
  const values = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, Value[]>;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) values[name].push(await measures[name]());
  }
  return values;
}
