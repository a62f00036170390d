import { useId } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldMessage } from "@/components/ui/field-message";
import { type EventType, isForBuyers, isForParties, isForTrafficSources } from "@/lib/outbound/domain/event-type";
import { EVENT_CHOICES } from "./event-choices";

export type EndpointOwner = "company" | "offer" | "buyer" | "traffic_source";

const IS_FOR: Record<EndpointOwner, (type: EventType) => boolean> = {
  company: () => true,
  offer: isForParties,
  buyer: isForBuyers,
  traffic_source: isForTrafficSources,
};

/** Events that an endpoint of this owner may receive. */
export function eventsFor(owner: EndpointOwner, events: readonly EventType[]): EventType[] {
  return events.filter((type) => IS_FOR[owner](type));
}

type EventsFieldProps = {
  owner: EndpointOwner;
  value: readonly EventType[];
  error?: string | undefined;
  onChange: (events: EventType[]) => void;
};

export function EventsField({ owner, value, error, onChange }: EventsFieldProps) {
  const errorId = useId();
  const choices = EVENT_CHOICES.filter(({ type }) => IS_FOR[owner](type));
  const chosen = (type: EventType, isOn: boolean) =>
    choices.map((choice) => choice.type).filter((other) => (other === type ? isOn : value.includes(other)));
  return (
    <fieldset aria-describedby={error && errorId}>
      <legend className="mb-1 font-medium text-13">Events</legend>
      <div className="grid grid-cols-1 gap-x-4 sm:grid-cols-2">
        {choices.map(({ type, label }) => (
          <Checkbox
            key={type}
            label={label}
            checked={value.includes(type)}
            onChange={(change) => onChange(chosen(type, change.target.checked))}
          />
        ))}
      </div>
      <FieldMessage id={errorId} tone="error">
        {error}
      </FieldMessage>
    </fieldset>
  );
}
