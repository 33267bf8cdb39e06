#!/bin/sh
# A hook of git itself, or of husky: copy it to .git/hooks/pre-commit, or to .husky/pre-commit.
# Nothing is committed while the manifests are not what the app makes, or while an API server would refuse one.
exec npx --no-install podwright synth --check
