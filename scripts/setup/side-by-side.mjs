/**
 * Runs both at the same time. If one fails the other is stopped, and the first reason is thrown once that has ended.
 * @template One, Other
 * @param {AbortSignal} signal
 * @param {(signal: AbortSignal) => Promise<One>} one
 * @param {(signal: AbortSignal) => Promise<Other>} other
 * @returns {Promise<[One, Other]>}
 */
export async function sideBySide(signal, one, other) {
  const controller = new AbortController();
  const either = AbortSignal.any([signal, controller.signal]);
  const [doingOne, doingOther] = [one(either), other(either)];
  const both = Promise.all([doingOne, doingOther]);
  both.catch(() => controller.abort());
  await Promise.allSettled([doingOne, doingOther]);
  return both;
}
