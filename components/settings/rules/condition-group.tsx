"use client";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FieldMessage } from "@/components/ui/field-message";
import { SelectInput } from "@/components/ui/select-input";
import type { Condition, TokenCondition } from "@/lib/settings/contract/rule";
import { AddButton } from "../fields/add-button";
import { RemoveButton } from "../fields/remove-button";
import { useErrorAt } from "../use-error-at";
import { isGroup } from "../words/condition-text";
import { NEW_TOKEN_CONDITION, TokenFields } from "./token-fields";

export type Group = Exclude<Condition, TokenCondition>;

type ConditionGroupProps = {
  path: string;
  group: Group;
  /** Nesting depth; 0 is the outermost group. */
  depth: number;
  onChange: (group: Group) => void;
  onRemove?: () => void;
};

const KINDS = [
  { value: "all", label: "all of these match" },
  { value: "any", label: "any of these matches" },
] as const;
const DEEPEST = 5;

export function ConditionGroup({ path, group, depth, onChange, onRemove }: ConditionGroupProps) {
  const kind = "all" in group ? "all" : "any";
  const inner = "all" in group ? group.all : group.any;
  const error = useErrorAt(path);
  const put = (next: Condition[]) => onChange(groupOf(kind, next));

  return (
    <fieldset className={depth > 0 ? "min-w-0 border-line-strong border-l-2 pl-3" : "min-w-0"}>
      <legend className="sr-only">{depth === 0 ? "Conditions" : "Group of conditions"}</legend>
      <div className="mb-2 flex items-center gap-2">
        <Field label="Match" hideLabel className="w-44">
          <SelectInput value={kind} choices={KINDS} onChange={(next) => onChange(groupOf(next, inner))} />
        </Field>
        {onRemove && (
          <Button variant="plain" size="sm" onClick={onRemove}>
            Remove group
          </Button>
        )}
      </div>
      <ul className="space-y-2">
        {inner.map((condition, position) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: conditions are told apart by their place alone.
            key={position}
          >
            {isGroup(condition) ? (
              <ConditionGroup
                path={`${path}.${kind}.${position}`}
                group={condition}
                depth={depth + 1}
                onChange={(next) => put(inner.with(position, next))}
                onRemove={() => put(inner.toSpliced(position, 1))}
              />
            ) : (
              <div className="flex items-start gap-2">
                <TokenFields
                  path={`${path}.${kind}.${position}`}
                  condition={condition}
                  onChange={(next) => put(inner.with(position, next))}
                />
                <RemoveButton what="this condition" onClick={() => put(inner.toSpliced(position, 1))} />
              </div>
            )}
          </li>
        ))}
      </ul>
      {inner.length === 0 && (
        <p className="text-13 text-ink-muted">
          {kind === "all" ? "No conditions: matches every call." : "No conditions: matches no call."}
        </p>
      )}
      <FieldMessage id={`${path}-error`} tone="error">
        {error}
      </FieldMessage>
      <div className="mt-1 flex flex-wrap gap-1">
        <AddButton onClick={() => put([...inner, NEW_TOKEN_CONDITION])}>Add condition</AddButton>
        {depth < DEEPEST && (
          <AddButton onClick={() => put([...inner, groupOf(kind === "all" ? "any" : "all", [NEW_TOKEN_CONDITION])])}>
            Add group
          </AddButton>
        )}
      </div>
    </fieldset>
  );
}

function groupOf(kind: "all" | "any", inner: readonly Condition[]): Group {
  return kind === "all" ? { all: [...inner] } : { any: [...inner] };
}
