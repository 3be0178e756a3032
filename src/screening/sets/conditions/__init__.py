"""The one condition grammar: `all` and `any` over leaves, three-valued; there is no `not` (pure).

`types` says which leaves there are and where each may stand; `grammar` is the table from which conditions are read,
written and described as JSON Schema; what a leaf means is the business of whoever asks.
"""
