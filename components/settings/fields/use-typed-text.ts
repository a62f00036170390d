"use client";

import { useState } from "react";

/** What is being typed for a value that is no text itself: kept as typed for as long as it means the same. */
export function useTypedText<Value>(value: Value, show: (value: Value) => string, read: (text: string) => Value) {
  const [typed, setTyped] = useState(() => show(value));
  const means = (text: string) => JSON.stringify(read(text));
  return { text: means(typed) === JSON.stringify(value) ? typed : show(value), setTyped };
}
