import type { Sample } from "../sample";
import { HOUR, type SampleParts } from "./sample-parts";

/** Calls that have not converted. */
export function plainSamples({ network, stated, caller }: SampleParts): Sample[] {
  const { offer_id, tokens } = stated(0);
  return [
    {
      about: "finished, with a buyer and a traffic source, not converted yet",
      startedMinutesAgo: 3 * HOUR + 10,
      connectedSeconds: 98,
      call: stated(42),
    },
    { about: "running", startedMinutesAgo: 2, call: stated(17) },
    { about: "unanswered", startedMinutesAgo: 75, connectedSeconds: null, call: stated(63) },
    {
      about: "neither buyer nor traffic source: converting it asks for one",
      startedMinutesAgo: 100,
      connectedSeconds: null,
      call: { caller: caller(22), offer_id: offer_id ?? network.offers[0]?.id, tokens },
    },
    { about: "running, just answered", startedMinutesAgo: 1, call: stated(48) },
  ];
}
