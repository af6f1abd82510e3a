// The element as a React component, for React 18 and newer.
import { createElement, useEffect, useRef } from "react";
import { attributesOf, listen, loadElement } from "./element.js";

export function LawGrade({ home, address, onChange, onError, children, id, className, style, ...settings }) {
  const place = useRef(null);
  const first = useRef(address);
  const hears = useRef({});
  hears.current = { onChange, onError };
  useEffect(() => {
    if (home) loadElement(home);
  }, [home]);
  // React hears no events of elements that it has taken over from a server until it draws them anew.
  useEffect(() => listen(place.current, { change: (detail) => hears.current.onChange?.(detail), error: (detail) => hears.current.onError?.(detail) }), []);
  useEffect(() => {
    if (address !== undefined) place.current.address = address;
  }, [address]);
  return createElement("law-grade", { ref: place, id, class: className, style, address: first.current, ...attributesOf({ home, ...settings }) }, children);
}
