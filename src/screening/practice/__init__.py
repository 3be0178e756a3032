"""What many people made of the same invented cases: exercises, and how far a room agrees (pure).

Cases are invented and so are the people in them. A seat is where somebody sits in a workshop, never a name.
"""
