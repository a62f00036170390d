"use client";

import { type KeyboardEvent, type MouseEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { type Place, placeOf, reachedBy, rectangle } from "./grid-places";
import { WEEK_ORDER } from "./hours-text";
import { type Cell, type HoursRow, minutesOf, paint, rowsOf, stateOf, type WeekMinutes } from "./painted-hours";

type Painting = {
  readonly minutes: WeekMinutes;
  readonly cursor: Place;
  readonly toggleDay: (line: number) => void;
  readonly handlers: {
    onPointerDown: (event: PointerEvent) => void;
    onPointerOver: (event: PointerEvent) => void;
    onClick: (event: MouseEvent) => void;
    onKeyDown: (event: KeyboardEvent) => void;
  };
};

type Drag = { readonly anchor: Place; readonly at: Place; readonly open: boolean };

/** A press toggles a cell, a drag fills the rectangle, Shift with an arrow extends the cell's state. */
export function useHoursPainting(
  rows: readonly HoursRow[],
  step: number,
  onChange: (rows: HoursRow[]) => void,
): Painting {
  const [cursor, setCursor] = useState<Place>({ line: 0, column: 0 });
  const [drag, setDrag] = useState<Drag | null>(null);
  const isDragged = useRef(false);
  const columns = 1440 / step;
  const base = minutesOf(rows);
  const minutes = drag ? paint(base, cellsOf(rectangle(drag.anchor, drag.at), step), drag.open) : base;

  function commit(cells: readonly Cell[], open: boolean) {
    onChange(rowsOf(paint(base, cells, open)));
  }
  function toggle(place: Place) {
    if (place.column < 0) return toggleDay(place.line);
    const cells = cellsOf([place], step);
    commit(cells, !isOpen(base, cells));
  }
  function toggleDay(line: number) {
    const day = [{ weekday: WEEK_ORDER[line] ?? 0, from: 0, to: 1440 }];
    commit(day, !isOpen(base, day));
  }

  useEffect(() => {
    if (!drag) return;
    function finish() {
      if (drag) onChange(rowsOf(minutes));
      setDrag(null);
    }
    function cancel(event: Event) {
      if (!(event instanceof KeyboardEvent) || event.key === "Escape") setDrag(null);
    }
    window.addEventListener("pointerup", finish);
    window.addEventListener("pointercancel", cancel);
    window.addEventListener("keydown", cancel);
    return () => {
      window.removeEventListener("pointerup", finish);
      window.removeEventListener("pointercancel", cancel);
      window.removeEventListener("keydown", cancel);
    };
  });

  function onPointerDown(event: PointerEvent) {
    const place = placeOf(event.target);
    // On touch screens a drag scrolls, and a tap arrives as a click.
    isDragged.current = place !== null && place.column >= 0 && event.pointerType !== "touch" && event.button === 0;
    if (!place || !isDragged.current) return;
    setCursor(place);
    setDrag({ anchor: place, at: place, open: !isOpen(base, cellsOf([place], step)) });
  }
  function onPointerOver(event: PointerEvent) {
    const at = drag && placeOf(event.target);
    if (at && at.column >= 0) setDrag({ ...drag, at });
  }
  function onClick(event: MouseEvent) {
    const place = isDragged.current ? null : placeOf(event.target);
    isDragged.current = false;
    if (!place) return;
    setCursor(place);
    toggle(place);
  }
  function onKeyDown(event: KeyboardEvent) {
    const place = placeOf(event.target);
    if (!place || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === " " || event.key === "Enter") {
      event.preventDefault();
      toggle(place);
      return;
    }
    const next = reachedBy(event.key, place, columns);
    if (!next) return;
    event.preventDefault();
    setCursor(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-place="${next.line}.${next.column}"]`)?.focus();
    if (event.shiftKey && place.column >= 0 && next.column >= 0) {
      commit(cellsOf(rectangle(place, next), step), isOpen(base, cellsOf([place], step)));
    }
  }

  return { minutes, cursor, toggleDay, handlers: { onPointerDown, onPointerOver, onClick, onKeyDown } };
}

function cellsOf(places: readonly Place[], step: number): Cell[] {
  return places.map(({ line, column }) => ({
    weekday: WEEK_ORDER[line] ?? 0,
    from: column * step,
    to: (column + 1) * step,
  }));
}

function isOpen(minutes: WeekMinutes, cells: readonly Cell[]): boolean {
  return cells.every((cell) => stateOf(minutes, cell) === "open");
}
