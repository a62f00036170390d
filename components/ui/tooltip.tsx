"use client";

import { cloneElement, type ReactElement, useId } from "react";
import { joinIds } from "./field-context";
import { HoverText } from "./hover-text";

type Described = ReactElement<{ "aria-describedby"?: string }>;
type TooltipProps = {
  text: string;
  children: Described;
  /** False where the text repeats the name of the child. */
  describes?: boolean;
  className?: string;
};

/** Explains its child, which must pass `aria-describedby` on to what takes the focus. */
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
