import { Component, type ReactNode } from 'react';
import { tellFault } from '#web/faults.ts';
import { Broken } from '#web/public/faces.tsx';

/** Where something beneath breaks, words stand instead of nothing, and the server is told. */
export class Boundary extends Component<{ readonly children: ReactNode }, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override componentDidCatch(error: unknown) {
    tellFault(error);
  }

  override render() {
    return this.state.isBroken ? <Broken /> : this.props.children;
  }
}
