"use client";

import clsx from "clsx";
import type { ComponentProps } from "react";
import { controlClass } from "./control-class";
import { useFieldControl } from "./field-context";

export function TextInput({ className, ...props }: ComponentProps<"input">) {
  const wiring = useFieldControl(props);
  return <input type="text" {...props} {...wiring} className={clsx(controlClass, className)} />;
}
