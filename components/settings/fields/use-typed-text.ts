"use client";

import { useState } from "react";

/** Keeps the typed text as long as it stands for the current value. */
export function useTypedText<Value>(value: Value, show: (value: Value) => string, read: (text: string) => Value) {
  const [typed, setTyped] = useState(() => show(value));
  const means = (text: string) => JSON.stringify(read(text));
  return { text: means(typed) === JSON.stringify(value) ? typed : show(value), setTyped };
}
