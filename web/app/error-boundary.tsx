import { Component, type ReactNode } from 'react'

interface ErrorBoundaryProps {
  /** Draws what is shown instead; `again` tries to draw the children once more. */
  readonly renderFailure: (error: Error, again: () => void) => ReactNode
  readonly children: ReactNode
}

interface ErrorBoundaryState {
  readonly error: Error | null
}

/** A page that fails keeps its failure to itself, says what it was, and can be tried again. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null }

  static getDerivedStateFromError(thrown: unknown): ErrorBoundaryState {
    return { error: thrown instanceof Error ? thrown : new Error(String(thrown)) }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === null) return this.props.children
    return this.props.renderFailure(error, () => this.setState({ error: null }))
  }
}
