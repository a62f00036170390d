/** Does all of it at the same time. Where one fails the others are stopped, and the first reason is thrown once they have. */
export async function sideBySide(signal, works) {
  const controller = new AbortController();
  const either = AbortSignal.any([signal, controller.signal]);
  const reasons = [];
  const done = works.map((work) =>
    work(either).catch((reason) => {
      reasons.push(reason);
      controller.abort();
    }),
  );
  const results = await Promise.all(done);
  if (reasons.length > 0) throw reasons[0];
  return results;
}
