import type { ButtonHTMLAttributes, ReactNode } from 'react'
import './button.css'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'danger'
  readonly icon?: ReactNode
}

export function Button({ kind = 'plain', icon, children, className, ...rest }: ButtonProps) {
  const classes = ['button', `button-${kind}`, className].filter(Boolean).join(' ')
  return (
    <button type="button" className={classes} {...rest}>
      {icon}
      {children}
    </button>
  )
}
