package org.keyline.node.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Packages as the slices that must not form a circle, each cut in two: its words, which the packages within it know,
 * and its door, the classes which nothing within knows.
 *
 * <p>A class that assembles a room (a service, a stack) stands in the room's own package beside the interfaces that the
 * inside is written against. It reaches in, the inside reaches out to the interfaces, and that is no circle as long as
 * neither the inside nor the interfaces know the assembling class.
 */
final class DoorsAndRooms implements SliceAssignment {
    private final Set<String> knownWithin;

    DoorsAndRooms(JavaClasses classes) {
        knownWithin = classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(DoorsAndRooms::reachesOut)
                .map(arrow -> outermost(arrow.getTargetClass()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
        if (!type.getPackageName().startsWith("org.keyline.")) {
            return SliceIdentifier.ignore();
        }
        return knownWithin.contains(outermost(type))
                ? SliceIdentifier.of(type.getPackageName())
                : SliceIdentifier.of(type.getPackageName() + " (door)");
    }

    @Override
    public String getDescription() {
        return "packages and their doors";
    }

    private static boolean reachesOut(Dependency arrow) {
        return arrow.getOriginClass()
                .getPackageName()
                .startsWith(arrow.getTargetClass().getPackageName() + ".");
    }

    private static String outermost(JavaClass type) {
        var name = type.getName();
        var nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }
}
