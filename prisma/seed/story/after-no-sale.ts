import { factsBy, locks, updateBy } from "./occurrences";
import { atTheOffice, daysLater, type Scene, type Turn } from "./turn";

const FOUND_OUT = ["Booked on a second call.", "Buyer confirmed by e-mail.", "Appointment kept."] as const;

/** What happens to a call that was long enough but did not convert for its buyer. */
export const AFTER_NO_SALE: readonly Turn[] = [
  { weight: 860, play: () => [] },
  { weight: 50, play: foundOut },
  { weight: 45, play: buyerSaysNo },
  { weight: 25, play: sourcePaidAnyway },
  { weight: 8, play: lockedAsItIs },
  { weight: 30, play: bookedLater },
];

function foundOut(scene: Scene) {
  const { network, random } = scene;
  const reason = random.pick(FOUND_OUT);
  return [updateBy(network.staff.operator, atTheOffice(scene), { buyer: { converted: true } }, { reason })];
}

/** An explicit "no": no automatic mechanism charges the call later. */
function buyerSaysNo(scene: Scene) {
  return [updateBy(scene.network.token, daysLater(scene), { buyer: { converted: false } })];
}

function sourcePaidAnyway(scene: Scene) {
  if (!scene.facts.source) return [];
  const offer = { converted: true, amountMinor: 1000n };
  const reason = "Paid as agreed for the trial week.";
  return [updateBy(scene.network.staff.manager, atTheOffice(scene), { offer }, { reason })];
}

function lockedAsItIs(scene: Scene) {
  return [locks(scene.network.staff.manager, atTheOffice(scene), "buyer")];
}

/** Late facts that may convert a call automatically. */
function bookedLater(scene: Scene) {
  return [factsBy(scene.network.key, daysLater(scene), { appointment_booked: "true" })];
}
