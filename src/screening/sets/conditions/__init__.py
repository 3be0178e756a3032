"""The one condition grammar: `all` and `any` over leaves, three-valued; there is no `not` (pure)."""
