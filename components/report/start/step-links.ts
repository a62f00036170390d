import type { ChecklistFacts, Step } from "@/lib/report/domain/checklist";

export type StepLink = { readonly href: string; readonly label: string };

/** Where a step is done. None where it has a button, or waits for an earlier step. */
export function linksToDo(step: Step, facts: ChecklistFacts): readonly StepLink[] {
  switch (step) {
    case "offer":
      return [{ href: "/offers", label: "Go to offers" }];
    case "buyer":
      return [{ href: "/buyers", label: "Go to buyers" }];
    case "traffic_source":
      return [{ href: "/traffic-sources", label: "Go to traffic sources" }];
    case "terms":
      return [
        ...(facts.price || !facts.buyer ? [] : [{ href: `/buyers/${facts.buyer.id}`, label: "Set the price" }]),
        ...(facts.payout || !facts.offer ? [] : [{ href: `/offers/${facts.offer.id}`, label: "Set the payout" }]),
      ];
    case "integration":
      return [{ href: "/integrations", label: "Go to integrations" }];
    case "secure_token":
      return [{ href: "/settings/secure-tokens", label: "Go to secure tokens" }];
    case "conversion":
      return facts.callId === null ? [] : [{ href: `/calls/${facts.callId}`, label: "Open the call" }];
    case "test_call":
    case "rollup":
      return [];
  }
}

/** What was made by a step that is done. */
export function linksToMade(step: Step, facts: ChecklistFacts): readonly StepLink[] {
  const named = (path: string, made: ChecklistFacts["offer"]) =>
    made ? [{ href: `${path}/${made.id}`, label: made.name }] : [];
  const call = (id: number | null) => (id === null ? [] : [{ href: `/calls/${id}`, label: `Call ${id}` }]);
  switch (step) {
    case "offer":
      return named("/offers", facts.offer);
    case "buyer":
      return named("/buyers", facts.buyer);
    case "traffic_source":
      return facts.trafficSource ? [{ href: "/traffic-sources", label: facts.trafficSource.name }] : [];
    case "terms":
      return [...named("/buyers", facts.price), ...named("/offers", facts.payout)];
    case "integration":
      return named("/integrations", facts.integration);
    case "secure_token":
      return facts.secureToken ? [{ href: "/settings/secure-tokens", label: facts.secureToken.name }] : [];
    case "test_call":
      return call(facts.callId);
    case "conversion":
      return call(facts.convertedCallId);
    case "rollup":
      return call(facts.chargedCallId);
  }
}
