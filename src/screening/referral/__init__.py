"""Referral directories, and whom to call from them (pure)."""
