import Lessons

// Fields are found in the same way on the screen and in plain text.
typealias NodePlace = Lessons.NodePlace
typealias FieldPath = Lessons.FieldPath
typealias LayerPath = Lessons.LayerPath
typealias Changes = Lessons.Changes
typealias Passenger = Lessons.Passenger
