package org.keyline.node.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Packages as the slices that must not form a circle, each cut in two: its words, which the packages within it know,
 * and its door, the classes which reach in, with those that stand on them, and which neither anything within nor the
 * words know.
 *
 * <p>A class that assembles a room (a service, a stack) stands in the room's own package beside the interfaces that the
 * inside is written against. It reaches in, the inside reaches out to the interfaces, and that is no circle as long as
 * neither the inside nor the interfaces know the assembling class.
 */
final class DoorsAndRooms implements SliceAssignment {
    private final Set<String> doors;

    DoorsAndRooms(JavaClasses classes) {
        var knownWithin = arrows(classes)
                .filter(arrow -> within(arrow.getOriginClass(), arrow.getTargetClass()))
                .map(arrow -> outermost(arrow.getTargetClass()))
                .collect(Collectors.toUnmodifiableSet());
        doors = arrows(classes)
                .filter(arrow -> within(arrow.getTargetClass(), arrow.getOriginClass()))
                .map(arrow -> outermost(arrow.getOriginClass()))
                .filter(type -> !knownWithin.contains(type))
                .collect(Collectors.toCollection(HashSet::new));
        while (doors.addAll(whoStandOnDoors(classes, knownWithin))) {
            // until nobody else does
        }
        while (doors.removeAll(whatWordsStandOn(classes))) {
            // until none of them is a door
        }
    }

    private Set<String> whatWordsStandOn(JavaClasses classes) {
        return arrows(classes)
                .filter(DoorsAndRooms::staysInItsPackage)
                .filter(arrow -> !doors.contains(outermost(arrow.getOriginClass())))
                .map(arrow -> outermost(arrow.getTargetClass()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<String> whoStandOnDoors(JavaClasses classes, Set<String> knownWithin) {
        return arrows(classes)
                .filter(arrow -> doors.contains(outermost(arrow.getTargetClass())))
                .filter(DoorsAndRooms::staysInItsPackage)
                .map(arrow -> outermost(arrow.getOriginClass()))
                .filter(type -> !knownWithin.contains(type))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean staysInItsPackage(Dependency arrow) {
        return arrow.getOriginClass()
                .getPackageName()
                .equals(arrow.getTargetClass().getPackageName());
    }

    private static Stream<Dependency> arrows(JavaClasses classes) {
        return classes.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream());
    }

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
        if (!type.getPackageName().startsWith("org.keyline.")) {
            return SliceIdentifier.ignore();
        }
        return doors.contains(outermost(type))
                ? SliceIdentifier.of(type.getPackageName() + " (door)")
                : SliceIdentifier.of(type.getPackageName());
    }

    @Override
    public String getDescription() {
        return "packages and their doors";
    }

    private static boolean within(JavaClass inner, JavaClass outer) {
        return inner.getPackageName().startsWith(outer.getPackageName() + ".");
    }

    private static String outermost(JavaClass type) {
        var name = type.getName();
        var nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }
}
