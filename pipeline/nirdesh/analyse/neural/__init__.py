"""The joint analyser: one encoder in numpy for tags, features, lemmas, trees and entities."""
