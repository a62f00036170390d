/**
 * Measures everything once a round, in turn, and every other round backwards: what disturbs the machine for a while
 * disturbs all of them. Answers the values of each, round by round.
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
