"use client";

import { cloneElement, type ReactElement, useId } from "react";
import { joinIds } from "./field-context";
import { HoverText } from "./hover-text";

type Described = ReactElement<{ "aria-describedby"?: string }>;
type TooltipProps = {
  text: string;
  children: Described;
  /** False when the text repeats the child's name. */
  describes?: boolean;
  className?: string;
};

/** The child must pass `aria-describedby` to its focusable element. */
export function Tooltip({ text, children, describes = true, className }: TooltipProps) {
  const id = useId();
  if (!describes)
    return (
      <HoverText text={text} className={className}>
        {children}
      </HoverText>
    );
  return (
    <HoverText text={text} className={className}>
      {cloneElement(children, { "aria-describedby": joinIds(children.props["aria-describedby"], id) })}
      <span id={id} hidden>
        {text}
      </span>
    </HoverText>
  );
}
