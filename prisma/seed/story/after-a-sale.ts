import { factsBy, locks, posts, returnsToAutomatic, updateBy } from "./occurrences";
import { atTheOffice, daysLater, minutesAfter, type Scene, type Turn } from "./turn";

const SALE = { buyer: { converted: true } };
const NO_SALE = { buyer: { converted: false } };
const DISPUTES = [
  "Caller was renting.",
  "Outside the buyer's service area.",
  "Same household called a week before.",
  "Buyer listened to the call: no interest.",
] as const;

/** What happens to a call that converted for its buyer: usually nothing. */
export const AFTER_A_SALE: readonly Turn[] = [
  { weight: 820, play: () => [] },
  { weight: 38, play: cancelled },
  { weight: 30, play: disputed },
  { weight: 26, play: priceAgreed },
  { weight: 18, play: movedToAnotherBuyer },
  { weight: 12, play: sourceRefused },
  { weight: 36, play: repeated },
  { weight: 9, play: takenBackByMistake },
  { weight: 8, play: notCharged },
  { weight: 8, play: movedToAnotherSource },
  { weight: 8, play: disputedAndLocked },
  { weight: 7, play: returnedToAutomatic },
  { weight: 14, play: factsCorrected },
  { weight: 20, play: beyondLimits },
];

function cancelled(scene: Scene) {
  return [updateBy(scene.network.token, daysLater(scene), NO_SALE, { reason: "The job was cancelled." })];
}

function disputed(scene: Scene) {
  const { network, random } = scene;
  return [updateBy(network.staff.manager, atTheOffice(scene), NO_SALE, { reason: random.pick(DISPUTES) })];
}

function priceAgreed(scene: Scene) {
  const { network, random, facts } = scene;
  const amountMinor = (facts.buyer?.priceMinor ?? 0n) + BigInt(random.between(-3, 6)) * 150n;
  const reason = "Price agreed with the buyer.";
  return [updateBy(network.staff.manager, atTheOffice(scene), { buyer: { amountMinor } }, { reason })];
}

function notCharged(scene: Scene) {
  const reason = "Goodwill: nothing to pay for this one.";
  return [updateBy(scene.network.staff.manager, atTheOffice(scene), { buyer: { amountMinor: 0n } }, { reason })];
}

function movedToAnotherBuyer(scene: Scene) {
  const { network, random, facts } = scene;
  const others = network.buyers.filter(({ id, name }) => id !== facts.buyer?.id && facts.offer.buyers.includes(name));
  const other = others[random.between(0, others.length - 1)];
  if (!other) return [];
  const reason = `${other.name} did the job.`;
  return [updateBy(network.staff.manager, atTheOffice(scene), { buyer: { partyId: other.id } }, { reason })];
}

function movedToAnotherSource(scene: Scene) {
  const { network, random, facts } = scene;
  const others = network.sources.filter(({ id }) => id !== facts.source?.id);
  const other = others[random.between(0, others.length - 1)];
  if (!other || !facts.source) return [];
  const offer = { converted: true, partyId: other.id };
  return [
    updateBy(
      network.staff.admin,
      atTheOffice(scene),
      { offer },
      { reason: "The number belonged to another campaign." },
    ),
  ];
}

function sourceRefused(scene: Scene) {
  if (!scene.facts.source) return [];
  const reason = "The source sent a recycled lead.";
  return [updateBy(scene.network.staff.admin, atTheOffice(scene), { offer: { converted: false } }, { reason })];
}

/** Repetitions and late updates by systems; they change nothing. */
function repeated({ network, since, facts }: Scene) {
  const buyerId = facts.buyer?.id ?? 0;
  if (!network.endpoints.webhooks.has(buyerId)) return [];
  const event_id = `${facts.call.external_id}-again`;
  const yes = { converted: true, event_id, occurred_at: minutesAfter(since, -1).toISOString() };
  const no = { converted: false, event_id: `${event_id}-0`, occurred_at: facts.endedAt.toISOString() };
  return [
    posts(buyerId, minutesAfter(since, 40), yes),
    posts(buyerId, minutesAfter(since, 55), yes),
    posts(buyerId, minutesAfter(since, 70), no),
  ];
}

function takenBackByMistake(scene: Scene) {
  const { operator } = scene.network.staff;
  const at = atTheOffice(scene);
  return [
    updateBy(operator, at, NO_SALE, { reason: "Reported as a wrong number." }),
    updateBy(operator, minutesAfter(at, 25), SALE, { reason: "That was another call." }),
  ];
}

/** The buyer's system updates a locked side, so the update waits in the inbox. */
function disputedAndLocked(scene: Scene) {
  const { manager } = scene.network.staff;
  const at = atTheOffice(scene);
  return [
    updateBy(manager, at, SALE, { reason: "Recording checked: the appointment was made." }),
    locks(manager, minutesAfter(at, 1), "buyer"),
    updateBy(scene.network.token, minutesAfter(at, 300), NO_SALE, { reason: "Not a customer." }),
  ];
}

function returnedToAutomatic(scene: Scene) {
  const { operator, admin } = scene.network.staff;
  const at = atTheOffice(scene);
  return [
    updateBy(operator, at, NO_SALE, { reason: "Looked like a test call." }),
    returnsToAutomatic(admin, minutesAfter(at, 90), "buyer"),
  ];
}

/** Corrected facts under which the conversion no longer holds: a person must confirm the reversal. */
function factsCorrected(scene: Scene) {
  return [factsBy(scene.network.key, daysLater(scene), { home_owner: "no", appointment_booked: "false" })];
}

/** A buyer with limits states an amount beyond them, so the update is held in the inbox. */
function beyondLimits(scene: Scene) {
  const { buyer } = scene.facts;
  if (buyer?.settings.statements?.revenue !== "bounded") return [];
  const update = { buyer: { converted: true, amountMinor: 3n * buyer.priceMinor } };
  return [updateBy(scene.network.token, daysLater(scene), update, { reason: "Emergency rate." })];
}
