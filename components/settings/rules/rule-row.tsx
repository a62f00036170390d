"use client";

import clsx from "clsx";
import { ChevronDown, ChevronRight, ChevronUp, GripVertical } from "lucide-react";
import { type KeyboardEvent, useEffect, useId } from "react";
import { Badge } from "@/components/ui/badge";
import { IconButton } from "@/components/ui/icon-button";
import type { NeverFires } from "@/lib/evaluation/domain/never-fires";
import { useSettingsContext } from "../settings-context";
import { useHasErrorBelow } from "../use-error-at";
import { ruleText } from "../words/rule-parts";
import { NeverFiresAlert } from "./never-fires-alert";
import { RuleActions } from "./rule-actions";
import { RuleFields } from "./rule-fields";
import type { RuleDrag } from "./use-rule-drag";
import type { Rules } from "./use-rules";

type RuleRowProps = { position: number; list: Rules; drag: RuleDrag; neverFires: NeverFires | undefined };

export function RuleRow({ position, list, drag, neverFires }: RuleRowProps) {
  const id = useId();
  const { amounts } = useSettingsContext();
  const path = `settings.rules.${position}`;
  const hasError = useHasErrorBelow(path);
  const isOpen = list.rows[position]?.isOpen === true;
  useEffect(() => {
    // Stays open after the error is fixed, while the user is still typing.
    if (hasError && !isOpen) list.unfold(position, true);
  });
  const rule = list.rules[position];
  if (!rule) return null;
  const name = rule.name || "Unnamed rule";
  const Fold = isOpen ? ChevronDown : ChevronRight;

  function moveByKey(event: KeyboardEvent) {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    list.move(position, position + (event.key === "ArrowUp" ? -1 : 1));
  }

  return (
    <li
      {...drag.target(position)}
      className={clsx(
        "border-b py-1 first:border-t",
        drag.marks(position) && "border-t-2 border-t-accent first:border-t-2",
      )}
    >
      <div className="flex items-center gap-1">
        <span
          {...drag.handle(position)}
          aria-hidden="true"
          className="hidden cursor-grab touch-none px-0.5 text-ink-muted sm:pointer-fine:block"
        >
          <GripVertical className="size-3.5" />
        </span>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          onClick={() => list.unfold(position, !isOpen)}
          onKeyDown={moveByKey}
          className="flex min-h-9 min-w-0 flex-1 items-center gap-2 rounded-sm py-1 text-left text-13 pointer-coarse:min-h-11"
        >
          <Fold aria-hidden="true" className="size-3.5 shrink-0 text-ink-muted" />
          <span className="w-5 shrink-0 text-right text-ink-muted tabular-nums">{position + 1}</span>
          <span className="min-w-0 flex-1">
            <span className={clsx("font-medium", !rule.enabled && "text-ink-muted")}>{name}</span>
            <span className="block truncate text-12 text-ink-muted">{ruleText(rule, amounts === "none")}</span>
          </span>
          {!rule.enabled && <Badge tone="caution">Paused</Badge>}
          {neverFires && <Badge tone="caution">Never fires</Badge>}
          {hasError && <Badge tone="negative">Has an error</Badge>}
        </button>
        <IconButton
          label={`Move ${name} up`}
          disabled={position === 0}
          onClick={() => list.move(position, position - 1)}
        >
          <ChevronUp aria-hidden="true" className="size-4" />
        </IconButton>
        <IconButton
          label={`Move ${name} down`}
          disabled={position === list.rules.length - 1}
          onClick={() => list.move(position, position + 1)}
        >
          <ChevronDown aria-hidden="true" className="size-4" />
        </IconButton>
      </div>
      {neverFires && <NeverFiresAlert reason={neverFires} rules={list.rules} />}
      {isOpen && (
        <div id={id} className="space-y-4 pt-3 pb-4 sm:pl-12">
          <RuleFields path={path} rule={rule} onChange={(next) => list.change(position, next)} />
          <RuleActions
            rule={rule}
            onPause={() => list.change(position, { ...rule, enabled: !rule.enabled })}
            onDuplicate={() => list.duplicate(position)}
            onDelete={() => list.remove(position)}
          />
        </div>
      )}
    </li>
  );
}
